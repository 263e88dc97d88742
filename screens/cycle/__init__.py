"""The Cycle screen: a group's board, its cards, and the cycles to choose from."""
