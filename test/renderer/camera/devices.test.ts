import { describe, expect, it } from 'vitest';
import { namedCameras } from '../../../renderer/camera/devices';

const device = (kind: MediaDeviceKind, label: string, deviceId: string) => ({
  kind,
  label,
  deviceId,
});

describe('namedCameras', () => {
  it('names cameras only, and two of one make apart', () => {
    const named = namedCameras([
      device('audioinput', 'Webcam', 'm'),
      device('videoinput', 'Webcam', 'a'),
      device('videoinput', 'Desk camera', 'b'),
      device('videoinput', 'Webcam', 'c'),
      device('audiooutput', 'Loudspeaker', 'l'),
    ]);
    expect(named).toEqual([
      { name: 'Webcam', deviceId: 'a' },
      { name: 'Desk camera', deviceId: 'b' },
      { name: 'Webcam (2)', deviceId: 'c' },
    ]);
  });

  it('knows none while their names are kept from us', () => {
    expect(namedCameras([device('videoinput', '', '')])).toEqual([]);
  });
});
