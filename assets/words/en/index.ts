import about from './about.json';
import backpressure from './backpressure.json';
import box from './box.json';
import cameraUi from './camera-ui.json';
import cameraPicture from './camera-picture.json';
import cameraShares from './camera-shares.json';
import camera from './camera.json';
import caption from './caption.json';
import check from './check.json';
import cli from './cli.json';
import diagnostics from './diagnostics.json';
import dock from './dock.json';
import keepKind from './keep-kind.json';
import keepLeft from './keep-left.json';
import keep from './keep.json';
import laneError from './lane-error.json';
import lanes from './lanes.json';
import ownLessons from './own-lessons.json';
import classView from './class-view.json';
import handout from './handout.json';
import profile from './profile.json';
import lessons from './lessons.json';
import link from './link.json';
import linkEditor from './link-editor.json';
import links from './links.json';
import main from './main.json';
import mediaReport from './media-report.json';
import prediction from './prediction.json';
import prepared from './prepared.json';
import presenter from './presenter.json';
import refusal from './refusal.json';
import report from './report.json';
import rooms from './rooms.json';
import runs from './runs.json';
import runsCli from './runs-cli.json';
import scenario from './scenario.json';
import scenarioCli from './scenario-cli.json';
import serve from './serve.json';
import server from './server.json';
import settings from './settings.json';
import shell from './shell.json';
import simulateCli from './simulate-cli.json';
import source from './source.json';
import stallCause from './stall-cause.json';
import trace from './trace.json';
import twoRuns from './two-runs.json';
import videoExport from './video-export.json';
import video from './video.json';
import whatIf from './what-if.json';
import windowVideo from './window-video.json';

/** Every word for people, by area: one file each; a second language is a second folder. */
export const en = {
  about,
  backpressure,
  box,
  cli,
  report,
  main,
  shell,
  lanes,
  camera,
  cameraPicture,
  cameraShares,
  caption,
  laneError,
  keep,
  keepKind,
  keepLeft,
  diagnostics,
  dock,
  link,
  source,
  refusal,
  settings,
  stallCause,
  prepared,
  presenter,
  rooms,
  links,
  linkEditor,
  trace,
  whatIf,
  prediction,
  server,
  runs,
  runsCli,
  twoRuns,
  scenario,
  lessons,
  profile,
  handout,
  classView,
  ownLessons,
  scenarioCli,
  serve,
  simulateCli,
  mediaReport,
  cameraUi,
  check,
  videoExport,
  video,
  windowVideo,
};
