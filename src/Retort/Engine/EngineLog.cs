using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Retort;

/// <summary>What the engine logs. Values of parameters are shown only by an engine that echoes.</summary>
internal sealed partial class EngineLog(ILogger logger, bool echo, SqlSyntax syntax)
{
    /// <summary>A statement is about to run.</summary>
    public void Executing(DbCommand command)
    {
        if (echo && logger.IsEnabled(LogLevel.Information))
            WithValues(logger, command.CommandText, Values(command));
        else if (logger.IsEnabled(LogLevel.Debug))
            WithoutValues(logger, command.CommandText);
    }

    [LoggerMessage(1, LogLevel.Information, "{Sql}{Values}", EventName = "Echo")]
    private static partial void WithValues(ILogger logger, string sql, string values);

    [LoggerMessage(2, LogLevel.Debug, "{Sql}", EventName = "Execute")]
    private static partial void WithoutValues(ILogger logger, string sql);

    private string Values(DbCommand command)
    {
        if (command.Parameters.Count == 0)
            return "";
        var text = new StringBuilder(" [");
        for (var i = 0; i < command.Parameters.Count; i++)
            text.Append(i > 0 ? ", " : "")
                .Append(syntax.ParameterPrefix)
                .Append(syntax.FirstParameter + i)
                .Append(" = ")
                .Append(Value(command.Parameters[i]));
        return text.Append(']').ToString();
    }

    private static string Value(DbParameter parameter) =>
        parameter.Value switch
        {
            null or DBNull => "NULL",
            string text => TypeMap.Quote(text),
            byte[] json when parameter.DbType is DbType.Object => TypeMap.Quote(Encoding.UTF8.GetString(json)),
            byte[] bytes => $"{bytes.Length} bytes",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
