"""Home: the groups at a glance, what waits, what is new; and the page of the first start."""
