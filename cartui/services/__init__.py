"""What a facilitator can do: things on the wall, with the verbs a facilitator says."""
