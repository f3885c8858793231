import spaces
from gradio import Server

app = Server()


@spaces.GPU(duration=20)
def answer(text):
    return text


@app.post("/answer")
def post(text: str):
    return answer(text)


app.launch()
