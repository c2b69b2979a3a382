@app.get("/stream")
# step: wait
def stream():
    def chunks():
        with open("example.txt", "rb") as file:
            while chunk := file.read(1024):  # step: read
                yield chunk  # step: send drain
    response = Response(chunks(), mimetype="text/plain")
    response.headers["X-Accel-Buffering"] = "no"  # if: header
    response.headers["Cache-Control"] = "no-transform"  # if: header
    return response
