/* Three plain videos of one file, side by side, in the size that the address asks for; the first is heard. */
const query = new URLSearchParams(location.search);

for (let i = 0; i < 3; i++) {
  const video = document.createElement('video');
  video.width = Number(query.get('width'));
  video.height = Number(query.get('height'));
  video.muted = i > 0;
  video.src = query.get('src');
  video.play();
  document.body.append(video);
}
