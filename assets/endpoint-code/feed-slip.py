@app.get("/feed")
# step: wait
def feed():
    def frames():
        yield b"--frame\r\n"
        while True:
            jpeg = camera.newest_frame()  # step: frame
            # no Content-Length: who reads has to look for --frame
            yield b"Content-Type: image/jpeg\r\n\r\n"
            yield jpeg  # step: send drain
            yield b"\r\n--frame\r\n"
    return Response(frames(), mimetype=
                    "multipart/x-mixed-replace; boundary=frame")
