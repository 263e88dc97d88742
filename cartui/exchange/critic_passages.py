"""Passages as CriticMarkup can hold them: each one closed, and none across another."""


def fitted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage within the text that can be closed: a brace before `==}` would open one."""
    start, end = max(0, min(start, len(text))), min(end, len(text))
    while end > start and text[start:end].endswith(("{", "{=")):
        end -= 1
    return start, max(start, end)


def nested(says: dict[tuple[int, int], list[str]]) -> dict[tuple[int, int], list[str]]:
    """Return the passages so that none crosses another: it ends where that one ends."""
    found: dict[tuple[int, int], list[str]] = {}
    around: list[int] = []
    for start, end in sorted(says, key=lambda passage: (passage[0], -passage[1])):
        if start < end:
            while around and around[-1] <= start:
                around.pop()
            fits = min(end, around[-1]) if around else end
            around.append(fits)
        else:
            fits = end
        found.setdefault((start, fits), []).extend(says[start, end])
    return found
