"""The words by which mail programs say who wrote what when, in the languages that we have met."""

import re

LABELS = {
    "from": "from|von|de|da|van|fra|från|od|oddi wrth|lähettäjä",
    "sent": "sent|date|gesendet|datum|envoyé|envoye|enviado|enviado el|fecha|inviato|data|"
    "verzonden|sendt|dato|skickat|wysłano|anfonwyd|dyddiad|lähetetty",
    "to": "to|an|à|para|a|aan|til|till|do|at|vastaanottaja",
    "copy": "cc|bcc|kopie|kopi|kopia|copie à|copia",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|temat|pwnc|aihe",
    "other": "reply-to|antwort an|importance|attachments|anlagen|pièces jointes",
}
WROTE = (
    "wrote|writes|schrieb|geschrieben|a écrit|a ecrit|escribió|escribio|ha scritto|escreveu|"
    r"schreef|skrev|kirjoitti|napisał\(a\)|napisał|napisała|pisze|ysgrifennodd"
)
OPENERS = "on|am|le|el|il giorno|il|em|op|den|w dniu|dnia|ar"
BETWEEN = re.compile(
    r"^[ \t]*(?:[-_=*]{2,}[ \t]*[\w .:-]{0,60}?[-_=*]{2,}|[-_]{10,}|begin forwarded message:"
    r"|anfang der weitergeleiteten nachricht:)[ \t]*$",
    re.IGNORECASE,
)
"""What may stand between an answer and the header of the mail it answers."""
SENT_FROM = re.compile(
    r"^[ \t]*(?:sent from my|get outlook for|sent from outlook|von meinem \w+ gesendet|"
    r"gesendet mit|gesendet von|envoyé de mon|envoyé à partir de|télécharger outlook|"
    r"enviado desde mi|inviato da|verzonden vanaf|skickat från)\b.{0,80}$",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"^[ \t]*(?:(?:with )?(?:kind|best|warm|warmest|many)? ?(?:regards|wishes|thanks)|best|"
    r"all the best|cheers|thanks|thank you|many thanks|yours(?: \w+)?|love|take care|"
    r"(?:mit )?(?:freundliche[nm]?|viele|liebe|beste|schöne|herzliche) gr(?:ü|ue)(?:ß|ss)en?|"
    r"mfg|lg|vg|danke(?: dir| ihnen)?|(?:bien )?cordialement|bien à (?:vous|toi)|amicalement|"
    r"merci(?: \w+)?|saludos|un saludo|gracias|cari saluti|cordiali saluti|abraço|"
    r"(?:met )?vriendelijke groeten?|groeten|groetjes|hilsen|hälsningar|cofion)"
    r"(?: from \w+| aus \w+)?[ \t]*[,.!]*[ \t]*$",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^[ \t]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|moin|"
    r"guten (?:tag|morgen|abend)|sehr geehrte[rs]?|bonjour|bonsoir|salut|cher|chère|chers|hola|"
    r"estimad[oa]s?|querid[oa]s?|ciao|gentile|car[oai]|olá|beste|dag|hej|kære|annwyl)\b"
    r"(?:(?: [^\s,.!?;:]+){0,4}[ \t]*[,!:]|(?: [^\s,.!?;:]+)?)[ \t]*$",
    re.IGNORECASE,
)
