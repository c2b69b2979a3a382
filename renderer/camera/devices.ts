import { offeredPictures, type OfferedPictures } from '../../model/camera/picture';

/** A camera of this computer. */
export interface NamedCamera {
  /** What people know it by; a second one of the same make is "… (2)". */
  name: string;
  deviceId: string;
}

/** The names of this computer's cameras; empty when permission has not been given. */
export async function listCameras(): Promise<string[]> {
  return namedCameras(await navigator.mediaDevices.enumerateDevices()).map(({ name }) => name);
}

/** The cameras among devices, each by a name of its own; one whose name is kept from us is left out. */
export function namedCameras(
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'label' | 'deviceId'>[],
): NamedCamera[] {
  const seen = new Map<string, number>();
  return devices
    .filter(({ kind, label }) => kind === 'videoinput' && label !== '')
    .map(({ label, deviceId }) => {
      const nth = (seen.get(label) ?? 0) + 1;
      seen.set(label, nth);
      return { name: nth === 1 ? label : `${label} (${nth})`, deviceId };
    });
}

/** What can be asked of the camera of this name; null when there is none, or it says nothing. */
export async function offersOf(name: string): Promise<OfferedPictures | null> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const id = namedCameras(devices).find((each) => each.name === name)?.deviceId;
  const device = devices.find(({ kind, deviceId }) => kind === 'videoinput' && deviceId === id);
  return device instanceof InputDeviceInfo ? offeredPictures(device.getCapabilities()) : null;
}
