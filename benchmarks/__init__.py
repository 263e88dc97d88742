"""Measuring cartui from outside, as ratios to bare programs in one interleaved run."""
