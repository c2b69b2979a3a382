@app.get("/buffer")
# step: wait
def buffer():
    with open("example.txt", "rb") as file:
        data = file.read()  # step: read
    response = Response(data, mimetype="text/plain")
    response.headers.set("Content-Disposition", "attachment",
                         filename="example.txt")
    return response  # step: send drain
