using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Retort.PostgreSql.Tests;

/// <summary>Says hello as a server of a version does, by PostgreSQL's protocol (https://www.postgresql.org/docs/current/protocol-flow.html), and nothing else.</summary>
internal sealed class OldServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public OldServer(string version)
    {
        _listener.Start();
        _serving = ServeAsync(version);
    }

    public string ConnectionString =>
        $"Host=127.0.0.1;Port={((IPEndPoint)_listener.LocalEndpoint).Port};Username=me;Password=secret;SSL Mode=Disable;GSS Encryption Mode=Disable;Server Compatibility Mode=NoTypeLoading;Pooling=false";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync(string version)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            var length = new byte[4];
            await stream.ReadExactlyAsync(length);
            await stream.ReadExactlyAsync(new byte[IPAddress.NetworkToHostOrder(BitConverter.ToInt32(length)) - 4]);
            await stream.WriteAsync(
                (byte[])
                    [
                        .. Message('R', [0, 0, 0, 0]),
                        .. Message('S', Encoding.ASCII.GetBytes($"server_version\0{version}\0")),
                        .. Message('S', "client_encoding\0UTF8\0"u8),
                        .. Message('K', [0, 0, 0, 1, 0, 0, 0, 1]),
                        .. Message('Z', "I"u8),
                    ]
            );
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception error) when (error is IOException or SocketException) { } // the client has left
    }

    private static byte[] Message(char kind, ReadOnlySpan<byte> body) =>
        [(byte)kind, .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(body.Length + 4)), .. body];
}
