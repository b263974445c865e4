"""The pack for the evaluation report: a Word document, tables, data and pictures, filled with what is there."""
