import { describe, expect, it } from 'vitest';
import { isComplaint, isHad, isOnlyStated, namesException } from '../../../../src/core/log/speech/complaint.ts';

describe('somebody says that something fails', () => {
  it.each([
    'The page does not load any more',
    'After the release the Spaces went down',
    'it shows only "Error", without my text',
    'Die App stürzt beim Start ab',
    'mon Space plante au démarrage',
    'la aplicación no arranca',
    'o aplicativo não carrega',
    'приложение не запускается',
    '点了以后没有反应',
    'ボタンを押しても動きません',
    '빌드가 계속 실패합니다',
    'the request is answered with HTTP 502',
    'le bouton est bloqué depuis hier',
    'il mio modello non parte',
    'Space của tôi bị lỗi từ hôm qua',
  ])('%s', (line) => expect(isComplaint(line)).toBe(true));

  it.each([
    'How do I give my Space more memory?',
    'Which hardware fits a 13B model?',
    'I do not know which SDK to take',
    'This is not an incident',
    'Three rules, each learned from a real failure:',
    '| `quota exceeded` | wait |',
    '2026-01-02 03:04:05 INFO request failed, retried',
    'My Space works well since the update',
  ])('not with: %s', (line) => expect(isComplaint(line)).toBe(false));

  it.each([
    'Every image I generate looks the same, whatever the seed.',
    'We pay for PRO and my Space shows 3 minutes of quota. Is that normal?',
    'My function is called twice for each click. How do I stop that?',
    'Al pulsar el botón no pasa nada en mi Space.',
    '我的 Space 点了按钮之后什么都没有出来。怎么办？',
  ])('by telling nothing else: %s', (text) => expect(isOnlyStated(text)).toBe(true));

  it.each([
    'My model takes 20 seconds per image. What duration should I set?',
    'I keep my model in a private repository. Where do I put the token?',
    'I want my Space to sleep after an hour.',
    'I moved it to ZeroGPU and it is twice as fast.',
    'Thank you, it works now.',
    'upload my fine-tune to a Space',
    'my second Space',
    'Je voudrais ajouter un bouton à mon Space.',
    '我的 Space 想换成 ZeroGPU。',
  ])('not by asking, wishing, thanking or a title: %s', (text) => expect(isOnlyStated(text)).toBe(false));

  it('has it, or names what happened', () => {
    expect(isHad('I pushed it')).toBe(true);
    expect(isHad('**Error:** `BUILD_ERROR`')).toBe(true);
    expect(isHad('The allocator asks NVML')).toBe(false);
    expect(namesException('ends in a BadRequestError')).toBe(true);
    expect(namesException('an error')).toBe(false);
  });
});
