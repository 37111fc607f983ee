"""Search as readers meet it: a question, what is found that they can see, how it is shown, and what else may be meant."""
