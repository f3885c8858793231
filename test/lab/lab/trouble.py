"""Expected trouble: something outside the laboratory is missing, and one sentence says what."""


class Trouble(Exception):
    """Ends the laboratory with exit code 2 and its sentence; nothing half written is left behind."""
