@app.get("/table")
# step: wait
def table():
    def rows():
        yield "<table><tr><th>n<th>n squared"
        for n in range(10_000):
            yield f"<tr><td>{n}<td>{n * n}"  # step: row send drain
        yield "</table>"
    return Response(rows(), mimetype="text/html")
