import { describe, expect, it } from 'vitest';
import { diagnose } from '../../library.ts';

const placeOf = (text: string) => {
  const { where, os } = diagnose(text).environment;
  return [where, os];
};

describe('where the user is', () => {
  it.each([
    ['  File "/home/user/app/app.py", line 3, in <module>\n    import torch', 'space', 'linux'],
    ['===== Application Startup at 2026-08-14 06:40:02 =====\n\nKilled', 'space', 'linux'],
    ['My Space says "configuration error" since yesterday.', 'space', null],
    ['  File "/usr/local/lib/python3.10/site-packages/gradio_client/client.py", line 503, in predict', 'caller', 'linux'],
    [
      '  File "/home/ines/code/app.py", line 2, in <module>\n    client = Client("black-forest-labs/FLUX.1-Kontext-Dev", hf_token="x")',
      'caller',
      'linux',
    ],
    ['  File "F:\\roto\\sammie.py", line 1102, in <module>', 'local', 'windows'],
    ['D:\\work\\demo> python run.py', 'local', 'windows'],
    ['  File "/Users/anna/dev/app.py", line 3, in <module>', 'local', 'macos'],
    ['  File "/home/rad/.conda/envs/seg/lib/python3.13/site-packages/torch/serialization.py", line 1470, in load', 'local', 'linux'],
    ['/tmp/ipython-input-1-0afb8c951a40.py in <cell line: 0>()', 'colab', null],
    ['  File "/content/demo/app.py", line 3, in <module>', 'colab', 'linux'],
    ['  File "/kaggle/working/app.py", line 3, in <module>', 'kaggle', 'linux'],
    ['Error: Process completed with exit code 1.', 'ci', null],
    ['slurmstepd: error: *** JOB 481220 ON gpu-n04 CANCELLED', 'cluster', 'linux'],
    [
      '#12 [4/9] RUN pip install torch\n#12 ERROR: process "/bin/sh -c pip install torch" did not complete successfully: exit code: 1',
      'docker',
      'linux',
    ],
    ['tts-api      | RuntimeError: CUDA error: no kernel image is available', 'docker', null],
    ['- **Error**: "Scheduling failure: unable to schedule"', 'space', null],
    ['503 Your space is in error, check its status', 'space', null],
    ['  File "....\\Visual Chat\\chat.py", line 14, in <module>', 'local', 'windows'],
    ['transformers in c:\\envs\\a\\lib\\site-packages (4.44.2)', 'local', 'windows'],
    ['The program wants more than my card has', 'local', null],
    ["'uv' is not recognized as an internal or external command,", 'local', 'windows'],
    ['ImportError: cannot import name (E:\\wan\\modules\\animate\\__init__.py)', 'local', 'windows'],
    ['InferenceClientProviderApiError: Invalid username\n    at f (E:\\mcp\\node_modules\\x.js:1)', 'caller', 'windows'],
    ["error: failed to push some refs to 'https://huggingface.co/spaces/anna/demo'", 'local', null],
    ["[WinError 5] Access is denied: 'D:\\\\a\\\\repo\\\\repo\\\\venv\\\\Lib\\\\site-packages\\\\cv2.pyd'", 'ci', 'windows'],
    ['(demo) (base) root@geo:~/x# pip install -r requirements.txt', 'local', 'linux'],
    ['It fails on a 3090 with 24 GB', 'local', null],
    ['My Space says: Killed. It ran on a 3090.', 'space', null],
    ['The step took a 3090 ms break', 'unknown', null],
    ["Executable doesn't exist at /home/mambauser/.cache/ms-playwright", 'unknown', null],
    ['/usr/local/lib/python3.11/dist-packages/httpx/default.py in map_exceptions()', 'colab', 'linux'],
    ['  File "/teamspace/studios/this_studio/app.py", line 3, in <module>', 'cluster', 'linux'],
    ["PermissionError: [Errno 13] Permission denied: '/home/appuser/.cache'", 'docker', 'linux'],
    ["requests: HTTPSConnectionPool(host='user-demo.hf.space', port=443): Read timed out.", 'caller', null],
    ['  File "/root/miniforge3/envs/uno/lib/python3.12/site-packages/gradio/queueing.py", line 625, in x', 'local', 'linux'],
    ['CUDA out of memory. GPU 0 has a total capacity of 23.99 GiB of which 1.2 GiB is free', 'local', null],
    ['CUDA out of memory. GPU 0 has a total capacity of 79.15 GiB of which 1.2 GiB is free', 'unknown', null],
    ['The one on Hugging Face returns this for every "Submit": Connection errored out', 'space', null],
    ['build error\nUnexpected job error', 'space', null],
    // Whoever shows such a statement calls one.
    ['client = Client("anna/demo", hf_token="x")', 'caller', null],
    ['demo_client.py, the second call from our server: You have exceeded your free ZeroGPU quota', 'caller', null],
    ['{"error":"https://api-inference.huggingface.co is no longer supported"}', 'caller', null],
    ['The quiz says: api-inference.huggingface.co is no longer supported', 'unknown', null],
    ['POST /run/predict 404 (Not Found)\nThe log of the Space: KeyError: x', 'caller', null],
    ['Our runs against the Space stop with KeyError: x', 'caller', null],
    ['<gradio-app src="https://anna-demo.hf.space"> stays empty, the Space opens: KeyError: x', 'caller', null],
    ['KeyError: x, the file is https://anna-demo.hf.space/file=/home/user/app/a.mp4', 'caller', null],
    ["demo_gr.py ends with ModuleNotFoundError: No module named 'einops'", 'local', null],
    ['Windows, Python 3.10: KeyError: x', 'local', 'windows'],
    ['  File "/workspaces/demo/app.py", line 5, in <module>\nKeyError: x', 'local', 'linux'],
    ['  File "/opt/venv/tts/lib/python3.12/site-packages/x.py", line 40, in y\nKeyError: x', 'local', 'linux'],
    ['remote: Your push was rejected because it contains binary files.\nI push to my Space', 'local', null],
    ['anna@DESKTOP-7F3K2:~/tts$ uv run app.py\nKeyError: x', 'local', null],
    ["Unable to find image 'anna/tts:latest' locally\nError: denied", 'docker', null],
    ['INFO:     Started server process [7]\nUvicorn running on http://0.0.0.0:8000\nKeyError: x', 'docker', null],
    ['(base) ubuntu@ip-172-31-9-127:~/x$ python app.py\nKeyError: x', 'local', 'linux'],
    ['The job that pushes to our Space fails: KeyError: x', 'ci', null],
    ['我部署到 Hugging Face 之后报错 KeyError: x', 'space', null],
    ['Space crashed on start: KeyError: x', 'space', null],
    [
      '  File "/home/user/.local/lib/python3.10/site-packages/gradio/queueing.py", line 427\nof a private Space that I call',
      'space',
      'linux',
    ],
    ['POST http://device-api.zero/release?fail=true "HTTP/1.1 404 Not Found"', 'space', null],
    ['It fails when we deploy it on HF Spaces. I didn’t test the script on Colab yet', 'space', null],
    ['(da3) PS E:\\demo> da3 gradio\nKeyError: x', 'local', 'windows'],
    ['client = Client("http://127.0.0.1:6969/")\nPS C:\\Users\\ann> python run.py\nKeyError: x', 'local', 'windows'],
    ['  File "C:\\a\\Lib\\site-packages\\x.py", line 6\n  File "<ipython-input-1-3b0d>", line 1, in <cell line: 1>', 'local', 'windows'],
    ['Requests through Postman end with KeyError: x, the app is at https://huggingface.co/spaces/anna/demo', 'caller', null],
    ['The suite fails in CI: KeyError: x', 'ci', null],
    ['platform linux -- Python 3.10.17, pytest-8.3.4\nrootdir: /home/runner/work/a/a', 'ci', 'linux'],
    [' > [stage-0 22/28] RUN pip install x:\nKeyError: x', 'docker', 'linux'],
    ['The Space hangs at Building, `docker build` works here: KeyError: x', 'space', 'linux'],
    ['--> RUN npm ci\nnpm error code 1', 'space', 'linux'],
  ])('%s', (text, where, os) => expect(placeOf(text)).toEqual([where, os]));

  it.each([
    'ModuleNotFoundError: No module named "einops"',
    'the free space on my disk is small',
    'raise error("ZeroGPU worker error", "GPU task aborted")',
    '  File "/app/main.py", line 3, in run',
    '  File "/usr/local/lib/python3.11/site-packages/gradio/helpers.py", line 505, in __len__\nIndexError: x',
    'gradio.exceptions.Error: "No GPU was available after 60s"',
    '/tmp/ipykernel_17/20.py in <cell line: 0>()\nKeyError: x',
    'the disk space fails me: KeyError: x',
  ])('is not told by: %s', (text) => expect(placeOf(text)[0]).toBe('unknown'));

  it('is that of a caller, though the call came from a machine of their own', () => {
    const frames = ['/home/ann/miniconda3/envs/x/lib/python3.10/site-packages/gradio_client/client.py', '/home/ann/x.py'];
    expect(placeOf(frames.map((file) => `  File "${file}", line 503, in predict`).join('\n'))[0]).toBe('caller');
  });

  it.each([
    ['Loaded as API: https://x-y.hf.space\n/tmp/ipython-input-1-x.py in <cell line: 0>()\nKeyError: x', 'colab'],
    ['our docker image with xinference: KeyError: x', 'docker'],
  ])('is the machine that a call comes from, or the container that a program is in: %s', (text, where) => {
    expect(placeOf(text)[0]).toBe(where);
  });

  it('is none of a page that explains a container', () => {
    expect(placeOf('## Why the container stops\n\nThe Dockerfile must listen on 0.0.0.0.')).toEqual(['unknown', null]);
  });

  it.each([
    ['It works in the Space, but on my PC it ends with KeyError: x', 'local'],
    ['Locally it works with my RTX 3090, in the Space: KeyError: x', 'space'],
    ['The direct address of my Space works. On the Hub it stays at Starting', 'space'],
    ['xformers was fine on my 4070. Now every run ends with KeyError: x', 'local'],
    ['it runs in Docker on my PC but the Space says KeyError: x', 'space'],
  ])('is where it fails, not where it works: %s', (text, where) => expect(placeOf(text)[0]).toBe(where));

  it.each([
    ['our backend calls a ZeroGPU Space through its API and sees KeyError: x', 'caller'],
    ['I made a Docker Space, there is a Dockerfile in the root', 'space'],
    ['my Space, and my GPU at home', 'space'],
    ['#SBATCH --gres=gpu:1\n  File "/home/ann/.conda/envs/x/lib/python3.10/site-packages/a.py", line 3, in b', 'cluster'],
    ['  File "/home/user/app/app.py", line 3\nmy laptop, my GPU, my card, on Ubuntu, RTX 3090, a new venv', 'space'],
  ])('is not a place that is spoken of as well: %s', (text, where) => expect(placeOf(text)[0]).toBe(where));

  it('is told by a report that shows its program, and by no program alone', () => {
    const program = 'import gradio as gr\n\ndef run(a):\n    return a\n\nwith gr.Blocks() as demo:\n    gr.Textbox()\n# on HF Spaces';
    expect(placeOf(`### Describe the bug\n\nMy app on HF Spaces stays empty.\n\n${program}`)[0]).toBe('space');
    expect(placeOf(program)[0]).toBe('unknown');
  });

  it('stays unknown where two places are as likely', () => {
    expect(placeOf('in a Colab notebook\nslurm: no\n/tmp/ipython-input-1-x.py')).toEqual(['colab', 'linux']);
    expect(placeOf('/content/x\n/scratch/anna/run.py')[0]).toBe('unknown');
  });
});
