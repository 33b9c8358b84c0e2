using System.Data.Common;
using Npgsql;

namespace Retort;

/// <summary>Makes the driver's data sources.</summary>
internal static class PostgreSqlDataSource
{
    /// <summary>A source of connections for a purpose. Where there are several hosts, those are taken that the URL asks for.</summary>
    public static DbDataSource Create(string connectionString, ConnectionPurpose purpose)
    {
        var settings = PostgreSqlUrl.ForPurpose(connectionString, purpose);
        var asked = settings.TargetSessionAttributes;
        if (asked is null && settings.Host?.Contains(',', StringComparison.Ordinal) is not true)
            return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        settings.TargetSessionAttributes = null;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString)
            .BuildMultiHost()
            .WithTargetSession(Wanted(asked, purpose));
    }

    /// <summary>A run of migrations writes, whatever the application prefers to read from.</summary>
    private static TargetSessionAttributes Wanted(string? asked, ConnectionPurpose purpose) =>
        purpose is ConnectionPurpose.Migration
            ? TargetSessionAttributes.Primary
            : asked switch
            {
                "primary" => TargetSessionAttributes.Primary,
                "standby" => TargetSessionAttributes.Standby,
                "prefer-standby" => TargetSessionAttributes.PreferStandby,
                "read-write" => TargetSessionAttributes.ReadWrite,
                "read-only" => TargetSessionAttributes.ReadOnly,
                _ => TargetSessionAttributes.Any,
            };
}
