"""Tiny real models on disk: each folder answers to every name that a page gives a repository."""

from pathlib import Path

import torch
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

WORDS = ["<pad>", "<s>", "</s>", "<unk>", "a", "cat", "dog", "photo", "of", "house"]
CHAT = "{% for message in messages %}{{ message['content'] }} {% endfor %}"


def make(folder: Path) -> None:
    """One folder that is a language model and a diffusion pipeline at once, and two adapters beside it."""
    torch.manual_seed(0)
    repository = folder / "repository"
    tokenizer = _tokenizer()
    tokenizer.save_pretrained(repository)
    model = _language_model()
    model.save_pretrained(repository)
    _pipeline(repository, tokenizer)
    _adapters(folder, model)


def _tokenizer() -> PreTrainedTokenizerFast:
    plain = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="<unk>"))
    plain.pre_tokenizer = pre_tokenizers.Whitespace()
    return PreTrainedTokenizerFast(tokenizer_object=plain, unk_token="<unk>", pad_token="<pad>", bos_token="<s>", eos_token="</s>",
                                   chat_template=CHAT, model_max_length=64)


def _language_model() -> LlamaForCausalLM:
    config = LlamaConfig(vocab_size=len(WORDS), hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2,
                         num_key_value_heads=2, max_position_embeddings=8192, pad_token_id=0, bos_token_id=1, eos_token_id=2)
    return LlamaForCausalLM(config)


def _pipeline(repository: Path, tokenizer: PreTrainedTokenizerFast) -> None:
    from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
    from transformers import CLIPTextConfig, CLIPTextModel, T5Config, T5EncoderModel

    transformer = FluxTransformer2DModel(patch_size=1, in_channels=4, num_layers=1, num_single_layers=1, attention_head_dim=16,
                                         num_attention_heads=2, joint_attention_dim=32, pooled_projection_dim=32, axes_dims_rope=[4, 4, 8])
    vae = AutoencoderKL(sample_size=32, in_channels=3, out_channels=3, block_out_channels=(4,), layers_per_block=1, latent_channels=1,
                        norm_num_groups=1, use_quant_conv=False, use_post_quant_conv=False, shift_factor=0.06, scaling_factor=1.5)
    clip = CLIPTextModel(CLIPTextConfig(vocab_size=len(WORDS), hidden_size=32, intermediate_size=37, num_attention_heads=4,
                                        num_hidden_layers=1, projection_dim=32, bos_token_id=1, eos_token_id=2, pad_token_id=0))
    t5 = T5EncoderModel(T5Config(vocab_size=len(WORDS), d_model=32, d_kv=8, d_ff=32, num_layers=1, num_heads=4))
    pipe = FluxPipeline(FlowMatchEulerDiscreteScheduler(), vae, clip, tokenizer, t5, tokenizer, transformer)
    pipe.save_pretrained(repository)
    _picture_adapter(pipe, repository)


def _picture_adapter(pipe, repository: Path) -> None:
    from peft import LoraConfig, get_peft_model_state_dict

    pipe.transformer.add_adapter(LoraConfig(r=2, target_modules=["to_q"]))
    pipe.save_lora_weights(repository, transformer_lora_layers=get_peft_model_state_dict(pipe.transformer))


def _adapters(folder: Path, model: LlamaForCausalLM) -> None:
    from peft import LoraConfig, get_peft_model

    for name, rank in (("adapter", 2), ("second-adapter", 4)):
        adapted = get_peft_model(_language_model(), LoraConfig(r=rank, target_modules=["q_proj"]))
        adapted.save_pretrained(folder / name)
