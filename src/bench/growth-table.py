"""The lines of growth.py for several sizes as one table in Markdown: growth-table.py FILE..., each named growth.ARTICLES."""
import sys

files = sys.argv[1:]
tables = [[line.rstrip("\n").split("\t") for line in open(file, encoding="utf-8")] for file in files]
sizes = [f"{int(file.rsplit('.', 1)[1]):,}" for file in files]
print("| GET | | " + " | ".join(sizes) + " | wanted |")
print("|---|---|" + "--:|" * len(sizes) + "--:|")
for lines in zip(*tables):
    operation, what, *_, most = lines[0]
    print(f"| `{operation}` | {what} | " + " | ".join(line[2] for line in lines) + f" | {most and '≤ ' + most} |")
