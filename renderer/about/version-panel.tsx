import type { ReactNode } from 'react';
import type { AboutFacts } from '../../electron/ipc/about-requests';
import { largeSize } from '../../model/figures';
import { say } from '../ui/words';
import { playable } from './plays';

/** Which Bufferscope this is, and what it runs on. */
export function VersionPanel({ facts }: { facts: AboutFacts }) {
  const { version, build, electron, releaseElectron, chrome, node, ffmpeg } = facts;
  const { video, sound } = playable();
  const display = `${String(window.screen.width)} × ${String(window.screen.height)}`;
  return (
    <section className="panel about-panel">
      <h2>
        {say('about.version', { version })}{' '}
        <span>{build ? say('about.build', build) : say('about.checkout')}</span>
      </h2>
      <dl className="about-facts">
        <Fact name={say('about.runtime')}>
          <b>Electron {electron}</b>
          <small>
            {say(electron === releaseElectron ? 'about.ofReleases' : 'about.notOfReleases', {
              release: releaseElectron,
            })}
          </small>
        </Fact>
        <Fact name={say('about.chromiumNode')}>
          <b>{chrome}</b>
          <b>{node}</b>
        </Fact>
        <Fact name="ffmpeg">
          {ffmpeg ? (
            <>
              <b>{ffmpeg.version}</b>
              <small>{say('about.ffmpegFrom', { source: ffmpeg.source })}</small>
            </>
          ) : (
            <b>{say('about.none')}</b>
          )}
        </Fact>
        <Fact name={say('about.plays')}>
          <b>{video.join(', ')}</b>
          <small>{sound.join(', ')}</small>
        </Fact>
        <Fact name={say('about.computer')}>
          <b>
            {facts.system}, {facts.arch}
          </b>
          <small>
            {say('about.computerMore', {
              count: facts.cores,
              memory: largeSize(facts.memoryBytes),
              display,
            })}
          </small>
        </Fact>
        <Fact name={say('about.network')}>
          <b>{say('about.networkNone')}</b>
          <small>{say('about.networkMore')}</small>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
