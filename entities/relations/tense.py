"""How a relation that has ended is worded: its verbs in the past."""

PAST = {
    "advances": "advanced",
    "aims": "aimed",
    "belongs": "belonged",
    "benefits": "benefited",
    "builds": "built",
    "can": "could",
    "controls": "controlled",
    "counts": "counted",
    "depends": "depended",
    "designs": "designed",
    "diversifies": "diversified",
    "eases": "eased",
    "explores": "explored",
    "faces": "faced",
    "has": "had",
    "helps": "helped",
    "invests": "invested",
    "is": "was",
    "learns": "learnt",
    "makes": "made",
    "needs": "needed",
    "operates": "operated",
    "owns": "owned",
    "pursues": "pursued",
    "regards": "regarded",
    "restricts": "restricted",
    "seeks": "sought",
    "shows": "showed",
    "sustains": "sustained",
    "trades": "traded",
    "trails": "trailed",
    "works": "worked",
}


def past(phrase: str) -> str:
    """One that begins with no verb of the present, as “built by” does, claims no time, and stays as it is."""
    words = phrase.split()
    return " ".join(PAST.get(word, word) for word in words) if words[0] in PAST else phrase
