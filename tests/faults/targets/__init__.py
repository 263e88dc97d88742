"""Calibration targets: known good and known bad stores, so that a pass means something."""
