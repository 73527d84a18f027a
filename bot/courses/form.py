"""The form for an expression of interest, as a pure function: what is asked, in which order, and what an answer leads to."""
