"""The laboratory: real packages are made to fail, and what they print is recorded for the program to recognise."""
