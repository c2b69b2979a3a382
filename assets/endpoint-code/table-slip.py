@app.get("/table")
# step: wait
def table():
    html = "<table><tr><th>n<th>n squared"
    for n in range(10_000):
        html += f"<tr><td>{n}<td>{n * n}"  # step: row
    # nothing has been sent until here
    return html + "</table>"  # step: send drain
