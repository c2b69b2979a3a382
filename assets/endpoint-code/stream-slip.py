@app.get("/stream")
# step: wait
def stream():
    def chunks():
        with open("example.txt", "rb") as file:
            # the loop is missing: it yields once
            yield file.read(1024)  # step: read send drain
    return Response(chunks(), mimetype="text/plain")
