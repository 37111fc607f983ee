"""What editors are told beside the fields that claims have in common."""

STANDING_AND_ORIGIN = {
    "standing": "Recorded: it is so. Judgement: an article weighs it so. Forecast: an article expects it. Readers see which.",
    "origin": "Whether the document that the articles retell says it, or it was added from the public record. Readers see which.",
}
