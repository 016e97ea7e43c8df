"""A mail server for the tests that breaks where it is told to.

It says what happens as a line of JSON on stdout each, and is told what to do by lines on stdin:
`drop STEP` ends the next connection at that step, `answer STEP TEXT` gives the next such step that
answer, `slow SECONDS` has each mail wait so long before it is taken. Steps: connect, EHLO, STARTTLS,
AUTH, MAIL, RCPT, DATA, go-ahead, body, taken, told.
"""

import argparse
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

drops = []
answers = []
slowly = 0.0


def say(**what):
    print(json.dumps(what), flush=True)


def now(step):
    if step in drops:
        drops.remove(step)
        say(event="dropped", step=step)
        return True
    return False


def answer(step):
    for each in answers:
        if each[0] == step:
            answers.remove(each)
            return each[1]
    return None


class Sink(SMTP):
    def connection_made(self, transport):
        super().connection_made(transport)
        if now("connect"):
            transport.close()

    async def gone(self):
        self.transport.close()
        await asyncio.sleep(3600)

    async def at(self, step, goes_on, arg):
        if now(step):
            await self.gone()
        said = answer(step)
        if said is not None:
            await self.push(said)
        else:
            await goes_on(arg)

    async def smtp_EHLO(self, arg):
        await self.at("EHLO", super().smtp_EHLO, arg)

    async def smtp_STARTTLS(self, arg):
        await self.at("STARTTLS", super().smtp_STARTTLS, arg)

    async def smtp_AUTH(self, arg):
        await self.at("AUTH", super().smtp_AUTH, arg)

    async def smtp_MAIL(self, arg):
        await self.at("MAIL", super().smtp_MAIL, arg)

    async def smtp_RCPT(self, arg):
        await self.at("RCPT", super().smtp_RCPT, arg)

    async def smtp_DATA(self, arg):
        if now("go-ahead"):
            await self.push("354 go on")
            await self.gone()
        if now("body"):
            await self.push("354 go on")
            await self._reader.readline()
            await self.gone()
        await self.at("DATA", super().smtp_DATA, arg)

    async def push(self, status):
        await super().push(status)
        if isinstance(status, str) and status.startswith("250 2.0.0 taken") and now("told"):
            await self.gone()


class Handler:
    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(slowly)
        refused = answer("taking")
        if refused is not None:
            return refused
        say(
            event="taken",
            sender=envelope.mail_from,
            to=envelope.rcpt_tos,
            tls=session.ssl is not None,
            login=session.authenticated,
            mail=envelope.original_content.decode("ascii"),
        )
        if now("taken"):
            await server.gone()
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == b"peil" and data.password == b"een geheim: ja"
    return AuthResult(success=right, handled=right)


async def told(reader):
    global slowly
    while line := await reader.readline():
        what, _, rest = line.decode().rstrip("\n").partition(" ")
        if what == "drop":
            drops.append(rest)
        elif what == "answer":
            step, _, text = rest.partition(" ")
            answers.append((step, text))
        elif what == "slow":
            slowly = float(rest)
        say(event="told", line=line.decode().rstrip("\n"))


async def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--certificate")
    asked.add_argument("--key")
    asked.add_argument("--port", type=int, default=0)
    asked = asked.parse_args()
    settings = {"hostname": "sink.test", "enable_SMTPUTF8": True, "timeout": 60}
    if asked.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(asked.certificate, asked.key)
        settings |= {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": authenticate,
        }
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Sink(Handler(), **settings), "127.0.0.1", asked.port)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    say(event="ready", port=server.sockets[0].getsockname()[1])
    await told(reader)


asyncio.run(main())
