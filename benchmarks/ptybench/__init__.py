"""Measures any terminal program from outside, in a pseudo-terminal. Linux; needs pyte."""
