import gradio as gr
import spaces

type Pair[T] = tuple[T, T]


@spaces.GPU(duration=10)
def answer(text: str) -> Pair[str]:
    match text:
        case "a" | "b":
            return text, text
        case [first, *_] if (n := len(first)) > 2:
            return f"{first!r:>{n}}", text
    with open("a") as one, open("b") as other:
        return one.read(), other.read()


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
