"""Bare programs that cartui is measured against."""
