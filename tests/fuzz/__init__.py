"""Ten thousand hostile texts, at random: in every field, and through the output guard."""
