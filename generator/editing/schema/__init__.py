"""What is generated from the model: the guide's tables of fields, and whatever else must say what the model says."""
