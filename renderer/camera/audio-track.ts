/** A sound that is made here. */
export interface Sound {
  readonly track: MediaStreamTrack;
  stop(): void;
}

/** The A that orchestras tune to, Hz, and how loud: to be heard in a quiet room, and no louder. */
const PITCH_HZ = 440;
const GAIN = 0.04;

/** A quiet, steady tone. */
export function openTone(): Sound {
  return soundOf((context) => {
    const gain = new GainNode(context, { gain: GAIN });
    const oscillator = new OscillatorNode(context, { frequency: PITCH_HZ });
    oscillator.connect(gain);
    oscillator.start();
    return gain;
  });
}

/**
 * A microphone as a track that outlives it, and silence when there is none: a recording that has no sound track, or
 * loses it, cannot be played as what it was announced to be.
 */
export function openMicrophone(microphone: MediaStreamTrack | undefined): Sound {
  return soundOf((context) =>
    microphone
      ? new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([microphone]) })
      : new GainNode(context),
  );
}

function soundOf(make: (context: AudioContext) => AudioNode): Sound {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  make(context).connect(out);
  const track = out.stream.getAudioTracks()[0];
  if (!track) throw new Error('A destination of sound has no track.');
  return {
    track,
    stop() {
      track.stop();
      void context.close();
    },
  };
}
