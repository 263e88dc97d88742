"""The 20 strings that attack a terminal or a markup parser: 12 of control signs, 8 of markup.

Every screen and every command must show each of them as plain text, or with the control signs
replaced, and must neither crash nor let the terminal obey.
"""

ESC = "\x1b"

CONTROL = {
    "csi-clear": f"A{ESC}[2JB",
    "osc52-clipboard": f"A{ESC}]52;c;cm0gLXJm\x07B",
    "osc0-title": f"A{ESC}]0;pwned\x07B",
    "osc8-link": f"A{ESC}]8;;http://evil/{ESC}\\B{ESC}]8;;{ESC}\\",
    "c1-csi": "A\x9b2JB",
    "c1-osc": "A\x9d52;c;eA\x9cB",
    "bell": "A\x07B",
    "carriage-return": "safe\rEVIL",
    "backspace": "abc\x08\x08\x08EVIL",
    "bidi": "A\u202eevil\u202cB",
    "nul": "A\x00B",
    "dcs": f"A{ESC}P+q544e{ESC}\\B",
}
MARKUP = {
    "action": "[@click=app.quit]x[/]",
    "style": "[red]R[/red]",
    "link": "[link='http://evil']x[/link]",
    "unbalanced": "[/",
    "close": "[/bold]x",
    "brackets": "[type=x, v={'a[0]'}]",
    "numbers": "[00] foo",
    "tasks": "[ ] task [x] done",
}
HOSTILE = CONTROL | MARKUP


def alive(output: bytes | str) -> list[str]:
    """Return which hostile control strings stand whole in what was sent to a terminal.

    Each is looked for with the letter before it: programs send a bare CR or BEL themselves.
    """
    text = output.decode(errors="replace") if isinstance(output, bytes) else output
    return [name for name, attack in CONTROL.items() if attack.removesuffix("B") in text]
