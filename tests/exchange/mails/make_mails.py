"""Made-up e-mails of several mail programs, each an answer to a mail that holds a draft."""

from email import policy
from email.message import EmailMessage

DRAFT = """# Asset mapping

The map was finished in May. Most services found it useful.

Two agencies did not return the form. It is **vital** that partners utilise assets.

- one list of halls
- another list of gardens

Making it mattered more than having it."""

ROWAN = "Rowan Hathersage <rowan@wws.example>"
QUOTED = """> Dear all,
> here is the draft, please answer by Friday.
>
> # Asset mapping
>
> The map was finished in May. Most services
> found it useful.

Who says so?

> Two agencies did not return the form. It is vital that
> partners utilise assets.

A plainer verb.
"""
SAID = [
    ("Who says so?", "The map was finished in May. Most services found it useful."),
    (
        "A plainer verb.",
        "Two agencies did not return the form. It is **vital** that partners utilise assets.",
    ),
]
"""What is said in QUOTED, and of which words of the draft."""

ATTRIBUTIONS = {
    "gmail": f"On Mon, 3 Oct 2016 at 10:12, {ROWAN} wrote:",
    "gmail, wrapped": "On Mon, 3 Oct 2016 at 10:12, Rowan Hathersage <\nrowan@wws.example> wrote:",
    "american": f"On Mon, Oct 3, 2016 at 10:12 AM {ROWAN} wrote:",
    "apple": f"On 3 Oct 2016, at 10:12, {ROWAN} wrote:",
    "thunderbird": "On 2016-10-03 10:12, Rowan Hathersage wrote:",
    "german thunderbird": "Am 03.10.2016 um 10:12 schrieb Rowan Hathersage:",
    "german gmail": f"Am Mo., 3. Okt. 2016 um 10:12 Uhr schrieb {ROWAN}:",
    "french gmail": f"Le lun. 3 oct. 2016 à 10:12, {ROWAN} a écrit :",
    "french thunderbird": "Le 03/10/2016 à 10:12, Rowan Hathersage a écrit :",
    "spanish": "El lun, 3 oct 2016 a las 10:12, Rowan Hathersage (<rowan@wws.example>) escribió:",
    "italian": f"Il giorno lun 3 ott 2016 alle ore 10:12 {ROWAN} ha scritto:",
    "dutch": f"Op ma 3 okt. 2016 om 10:12 schreef {ROWAN}:",
    "swedish": f"Den mån 3 okt. 2016 kl 10:12 skrev {ROWAN}:",
    "polish": "W dniu 3.10.2016 o 10:12, Rowan Hathersage pisze:",
    "name first": f"{ROWAN} wrote on 3.10.2016 10:12:",
}
BLOCKS = {
    "outlook": f"From: {ROWAN}\nSent: Monday, 3 October 2016 10:12\nTo: Ana Moreno\nSubject: Draft",
    "outlook, bold": f"*From:* {ROWAN}\n*Date:* 3 October 2016 10:12\n*Subject:* Draft",
    "old outlook": f"-----Original Message-----\nFrom: {ROWAN}\nSent: 3 October 2016 10:12\nTo: us",
    "german outlook": f"Von: {ROWAN}\nGesendet: Montag, 3. Oktober 2016 10:12\nAn: Ana Moreno;\n"
    "  Ben Okoro\nBetreff: Entwurf",
    "french outlook": f"De : {ROWAN}\nEnvoyé : lundi 3 octobre 2016 10:12\nÀ : Ana Moreno\n"
    "Objet : Brouillon",
    "owa": f"________________________________\nFrom: {ROWAN}\nSent: 3 October 2016 10:12\nTo: us",
}
UNMARKED = """Dear all,
here is the draft, please answer by Friday.

Asset mapping

The map was finished in May. Most services found it useful.
I doubt that all of them did.

Two agencies did not return the form. It is vital that partners utilise assets.

Making it mattered more than having it.

Best wishes,
Rowan
"""


def eml(
    text: str, html: str = "", *, flowed: bool = False, sender: str = "", attached: str = ""
) -> bytes:
    """Return an answer as a mail program saves it: a message with its headers."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = sender or "Ana Moreno <ana.m@council.example>"
    message["To"] = ROWAN
    message["Date"] = "Tue, 04 Oct 2016 09:30:00 +0100"
    message["Subject"] = "Re: Draft"
    message["Message-ID"] = "<1@council.example>"
    if text:
        message.set_content(text)
        if flowed:
            message.set_param("format", "flowed")
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    if attached:
        message.add_attachment(b"PK", maintype="application", subtype="zip", filename=attached)
    return message.as_bytes()
