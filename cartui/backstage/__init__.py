"""The back stage: its kinds and services. Only cartui.app and cartui.cli may come in."""
