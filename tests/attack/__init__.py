"""Inputs that are meant to take long, take memory or make large pages: `python -m tests.attack` measures them."""
