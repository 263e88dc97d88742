"""The app around the screens: its stages of the room, its keys, its way in and out."""

from cartui.app.cartui_app import CartuiApp

__all__ = ["CartuiApp"]
