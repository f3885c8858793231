"""The app of a Space around one function, so that a story shows only what matters: `generate`, clicked as `run`."""

HEAD = """import gradio as gr
import spaces
"""

PAGE = """

with gr.Blocks() as demo:
    prompt = gr.Textbox()
    answer = gr.Textbox()
    gr.Button().click(generate, prompt, answer, api_name="run")

demo.queue(max_size=20).launch()
"""

CALLER = """from gradio_client import Client

client = Client("SPACE", headers={"x-ip-token": "TOKEN"})
print(client.predict("a cat", api_name="/run"))
"""


#: For a function that really runs on a machine without a GPU; a story that uses it says so in STAND_INS.
DRIVERLESS = "the worker's first CUDA operation and the move of weights to VRAM"


def app(source: str) -> str:
    """app.py: Gradio and `spaces` imported, then the story's source, which defines `generate(prompt)`, then the page."""
    return f"{HEAD}{source.rstrip()}\n{PAGE}"


def working(body: str, decorator: str = "@spaces.GPU", head: str = "") -> str:
    """app.py whose `generate(prompt)` has this body and gets past its first CUDA operation without a GPU."""
    lines = "\n".join(f"    {line}" if line else "" for line in body.strip().splitlines())
    return app(f"""import driver
{head.strip()}


{decorator}
def generate(prompt):
{lines}
""")


def booking(arguments: str = "") -> str:
    """app.py with `generate` decorated with these arguments; where it is refused, nothing else of it matters."""
    return app(f"""

@spaces.GPU{f'({arguments})' if arguments else ''}
def generate(prompt):
    return prompt.upper()
""")
