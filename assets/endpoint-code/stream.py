@app.get("/stream")
# step: wait
def stream():
    def chunks():
        with open("example.txt", "rb") as file:
            while chunk := file.read(1024):  # step: read
                yield chunk  # step: send drain
    return Response(chunks(), mimetype="text/plain")
