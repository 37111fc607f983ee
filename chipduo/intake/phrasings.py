"""How texts say in other words what the kinds of relation say in theirs. A gap, written …, may hold a few words of any sort."""

FORWARD: dict[str, tuple[str, ...]] = {
    "founded": ("set up", "established", "co-founded", "started"),
    "belongs-to": (
        "is owned by", "is part of", "was bought by", "was acquired by", "a … subsidiary of", "a … unit of", "a … arm of",
        "the … subsidiary of", "the … unit of", "the … arm of", "owned by", "part of",
    ),
    "invests-in": ("invested … in", "put … into", "holds a … stake in", "has a … stake in", "backs", "is a shareholder of"),
    "listed-on": ("is listed on", "was listed on", "listed its shares on", "sold shares on", "trades on"),
    "works-with": ("works together with", "cooperates with", "is a partner of"),
    "makes-chips-for": ("supplies chips to", "supplies", "manufactures chips for", "produces chips for"),
    "customer-of": ("is a customer of", "is the largest customer of", "is the biggest customer of", "buys chips from"),
    "relied-on": ("relies on", "depends on", "relied … for its chips on"),
    "restricts": ("sanctioned", "imposed sanctions on", "blacklisted", "restricts what may be sold to", "restricts sales to"),
    "makes": ("manufactures", "produces"),
    "builds": ("constructs",),
    "trails": ("lags behind", "is behind", "is … years behind"),
    "needs": ("has need of", "requires"),
}  # fmt: skip
BACKWARD: dict[str, tuple[str, ...]] = {
    "founded": (
        "was founded … by", "was set up … by", "was established … by", "was started … by", "founded … by",
    ),
    "belongs-to": ("set up", "bought", "acquired"),
    "invests-in": ("is backed … by", "backed by", "was funded … by", "sold a … stake to"),
    "makes-chips-for": ("is supplied … by", "is a supplier of", "has its chips made by"),
    "restricts": ("was sanctioned … by", "was blacklisted … by", "was restricted … by", "is under sanctions of"),
    "makes": ("is made … by", "is manufactured … by", "is produced … by", "produced by", "manufactured by"),
    "designs": ("is designed … by",),
    "builds": ("is built … by",),
}  # fmt: skip
FRONTED: dict[
    str, tuple[str, ...]
] = {  # before the first name, where the second is the subject of the sentence
    "founded": ("founded by", "set up by", "established by", "co-founded by"),
}
