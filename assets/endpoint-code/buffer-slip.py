@app.get("/buffer")
# step: wait
def buffer():
    data = io.BytesIO()
    with open("example.txt", "rb") as file:
        data.write(file.read())  # step: read
    # data.seek(0) is missing: the pointer stands at the end
    return send_file(data, "text/plain", as_attachment=True,
                     download_name="example.txt")  # step: send drain
