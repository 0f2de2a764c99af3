import { describe, expect, it } from 'vitest';
import { storyOf } from './testing/story.ts';

/** What happens after `A` has started. */
const after = (lines: string): string => storyOf({}, `0ms start A\n${lines}`);

describe('a timer that is set again', () => {
  it('runs out when it was last set to, whether that is later or earlier than before', () => {
    expect(
      after(`
      0ms  A sets ALARM 10
      5ms  A sets ALARM 10
      9ms  A sets ALARM 30
      20ms A sets ALARM 3
      `),
    ).toBe('23ms  A  ALARM');
  });

  it('does not run out once it is cleared, and does when it is set anew', () => {
    expect(after('0ms A sets ALARM 10\n5ms A sets ALARM 10\n6ms A clears ALARM')).toBe('');
    expect(
      after('0ms A sets ALARM 10\n5ms A clears ALARM\n6ms A sets ALARM 30\n8ms A sets ALARM 1'),
    ).toBe('9ms  A  ALARM');
  });

  it('comes in the order of its last setting among others that are due at the same time', () => {
    expect(after('0ms A sets ALARM 10\n0ms A sets BELL 20\n10ms A sets ALARM 10')).toBe(
      '10ms  A  ALARM\n20ms  A  BELL\n20ms  A  ALARM',
    );
    expect(after('0ms A sets ALARM 10\n2ms A sets BELL 18\n5ms A sets ALARM 15')).toBe(
      '20ms  A  BELL\n20ms  A  ALARM',
    );
  });

  it('waits while its process is paused, however often it was set before', () => {
    expect(
      after(`
      0ms  A sets ALARM 10
      5ms  A sets ALARM 10
      6ms  pause A
      12ms hold-timer A ALARM
      30ms release-timer A ALARM
      40ms resume A
      `),
    ).toBe('40ms  A  ALARM');
  });
});
