"""cartui: the facilitator's tool for Collaborative Action Research groups."""

__version__ = "0.1.0"
