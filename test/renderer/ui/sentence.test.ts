import { describe, expect, it } from 'vitest';
import { asSentence, splitAdvice } from '../../../renderer/ui/sentence';

describe('sentences of errors', () => {
  it('tells what happened from what to do', () => {
    expect(splitAdvice('The file was replaced; open it again.')).toEqual({
      happened: 'The file was replaced.',
      advice: 'Open it again.',
    });
    expect(splitAdvice('ocean.mp4 could not be read past 12 MB.')).toEqual({
      happened: 'ocean.mp4 could not be read past 12 MB.',
      advice: '',
    });
  });

  it('makes a sentence of a word', () => {
    expect([asSentence('EIO after 12 MB'), asSentence('Done.'), asSentence('')]).toEqual([
      'EIO after 12 MB.',
      'Done.',
      '',
    ]);
  });
});
