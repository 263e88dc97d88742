"""The Rules screen: the group's ground rules, the adoption round, the versions."""
