"""A kernel that was compiled for another card."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["no-kernel-image"]}

APP = """
import torch
from torch.utils.cpp_extension import load_inline

SOURCE = '''
#include <torch/extension.h>
#include <c10/cuda/CUDAException.h>

__global__ void twice(float* x) { x[threadIdx.x] *= 2; }

torch::Tensor run(torch::Tensor x) {
  twice<<<1, 32>>>(x.data_ptr<float>());
  C10_CUDA_KERNEL_LAUNCH_CHECK();
  return x;
}
'''
print("building for sm_120", flush=True)
module = load_inline("other", "torch::Tensor run(torch::Tensor x);", SOURCE, functions=["run"])
print(module.run(torch.ones(32, device="cuda")))
"""


def play(stage):
    stage.python(APP, TORCH_CUDA_ARCH_LIST="12.0")
