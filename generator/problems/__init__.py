"""What is wrong with the content: a problem, the rules with their explanations, and the reporters."""
