import { describe, expect, it } from 'vitest';
import { isComplaint, isHad, namesException } from '../../../src/core/log/complaint.ts';

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

  it('has it, or names what happened', () => {
    expect(isHad('I pushed it')).toBe(true);
    expect(isHad('**Error:** `BUILD_ERROR`')).toBe(true);
    expect(isHad('The allocator asks NVML')).toBe(false);
    expect(namesException('ends in a BadRequestError')).toBe(true);
    expect(namesException('an error')).toBe(false);
  });
});
