"""What is booked for odd durations: fractions are cut, negative ones wrap, a timedelta of days loses its days."""

from lab.apps import app
from lab.scheduler import refused
from lab.space import HOPPER, Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {}

BOOKED = {"2.9": "2", "0": "0", "-5": "86395", "timedelta(minutes=2)": "120", "timedelta(days=1, seconds=30)": "30", "None": "60",
          "lambda prompt: timedelta(seconds=7)": "7", "lambda prompt: 7.9": "7", "lambda prompt: None": "60"}


def play(stage):
    functions = "\n".join(
        f"@spaces.GPU(duration={duration})\ndef call_{number}(prompt):\n    return prompt\n" for number, duration in enumerate(BOOKED)
    )
    calls = "; ".join(f"attempt(call_{number})" for number in range(len(BOOKED)))
    space = Space(stage, app(f"""
from datetime import timedelta

{functions}

def attempt(call):
    try:
        call("a cat")
    except gr.Error:
        pass


@spaces.GPU
def unused():
    pass


def generate(prompt):
    {calls}
    return "done"
"""), node=HOPPER)
    space.scheduler.will(*[refused(left=12, wait=3600, auth="regular")] * len(BOOKED))
    space.visit("a cat", user="ada")
    booked = [asked["durationSeconds"] for path, asked in space.scheduler.asked if path == "schedule"]
    assert booked == list(BOOKED.values()), booked
